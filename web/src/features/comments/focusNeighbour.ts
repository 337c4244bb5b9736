/** As a comment goes, whoever deleted it: a focus within it moves to the one after it, or before it, and is not lost with it. */
export function focusNeighbour(article: HTMLElement | null): void {
  if (article?.contains(document.activeElement) !== true) return;
  const all = [...(article.closest('ol')?.querySelectorAll('article') ?? [])];
  const at = all.indexOf(article);
  const next = all[at + 1] ?? all[at - 1] ?? document.querySelector<HTMLElement>('#content');
  queueMicrotask(() => {
    // Effects are also cleaned up where nothing goes.
    if (!article.isConnected) next?.focus();
  });
}
