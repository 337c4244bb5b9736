import { type ReactNode } from 'react';

interface Props {
  /** Where an address leads to, as in `…/settings#fields`. */
  id: string;
  title: string;
  text: string;
  children: ReactNode;
}

/** A part of the settings, with a sentence that says what it does to people. */
export function Section({ id, title, text, children }: Props) {
  return (
    <section id={id} aria-labelledby={`${id}-title`} className="border-b border-line py-6 first:pt-0 last:border-0">
      <h2 id={`${id}-title`} className="text-base font-semibold">
        {title}
      </h2>
      <p className="mt-0.5 mb-4 max-w-prose text-ink-2">{text}</p>
      <div className="flex flex-col gap-3">{children}</div>
    </section>
  );
}
