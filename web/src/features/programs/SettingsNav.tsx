import { useTranslation } from 'react-i18next';

const LINK = 'block rounded-md px-2 py-1.5 text-ink-2 hover:bg-hover hover:text-ink';

/** The way to a section of the settings, where there is room for it. */
export function SettingsNav() {
  const { t } = useTranslation();
  const sections = {
    general: t('settings.general'),
    rules: t('settings.rules'),
    fields: t('settings.fields'),
    templates: t('templates.title'),
    window: t('settings.window'),
    limits: t('settings.limits'),
    due: t('settings.due'),
    storage: t('settings.storage'),
    archive: t('settings.archive'),
  };
  return (
    <nav aria-label={t('settings.sections')} className="sticky top-6 hidden w-40 shrink-0 self-start lg:block">
      <ul>
        {Object.entries(sections).map(([id, title]) => (
          <li key={id}>
            <a href={`#${id}`} className={LINK}>
              {title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
