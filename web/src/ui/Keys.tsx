const MAC = /Mac|iPhone|iPad/.test(navigator.userAgent);

/** Keys to press, one after or with the other. */
export const Keys = ({ keys }: { keys: readonly string[] }) => (
  <span className="flex gap-1">
    {keys.map((key) => (
      <kbd
        key={key}
        className="min-w-5 rounded border border-line bg-sunken px-1 text-center font-mono text-2xs leading-5 text-ink-2"
      >
        {key === 'Ctrl' && MAC ? '⌘' : key}
      </kbd>
    ))}
  </span>
);
