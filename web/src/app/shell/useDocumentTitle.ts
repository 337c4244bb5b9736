import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';

/** What the tab of the browser is called, and what is read out first. */
export function useDocumentTitle(title: string | undefined): void {
  const { t } = useTranslation();
  const name = t('app.name');
  useEffect(() => {
    document.title = title === undefined ? name : `${title} · ${name}`;
  }, [title, name]);
}
