import { useRouterState } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { isFocusLost } from '@/ui/focus';
import { useDocumentTitle } from './useDocumentTitle';
import { usePageTitle } from './useHere';

/** After a change of page: names it in the tab, reads it out, and puts a focus that got lost on its content. */
export function RouteAnnouncer() {
  const title = usePageTitle();
  // Where one is, not where one is going: until it has loaded, the page and its title are the former ones.
  const path = useRouterState({ select: ({ resolvedLocation, location }) => (resolvedLocation ?? location).pathname });
  const [first] = useState(path);
  const [announced, setAnnounced] = useState({ path, title });
  useDocumentTitle(title);
  // The page itself is read out by the browser when it is loaded; only what follows needs words. A title that changes while
  // one is on the page is not news.
  if (path !== announced.path && title !== undefined) setAnnounced({ path, title });

  useEffect(() => {
    if (path === first && document.activeElement === document.body) return;
    if (isFocusLost()) document.getElementById('content')?.focus({ preventScroll: true });
  }, [path, first]);

  return (
    <p aria-live="polite" className="sr-only">
      {announced.path === first ? '' : announced.title}
    </p>
  );
}
