import { useId, type ReactNode } from 'react';

interface Props {
  /** Where an address leads to, as in `…/settings#fields`. */
  id?: string;
  title: string;
  text?: ReactNode;
  children: ReactNode;
}

/** A part of a page of settings, with a sentence that says what it does to people. */
export function Section({ id, title, text, children }: Props) {
  const titleId = useId();
  return (
    <section id={id} aria-labelledby={titleId} className="border-b border-line py-6 first:pt-0 last:border-0">
      <h2 id={titleId} className="text-base font-semibold">
        {title}
      </h2>
      {text !== undefined && <p className="mt-0.5 max-w-prose text-ink-2">{text}</p>}
      <div className="mt-4 flex flex-col gap-4">{children}</div>
    </section>
  );
}
