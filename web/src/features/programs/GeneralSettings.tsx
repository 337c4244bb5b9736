import { useTranslation } from 'react-i18next';
import type { Program } from '@/api/types';
import { Section } from '@/ui/Section';
import { TextSetting } from './settingControls';

export function GeneralSettings({ program }: { program: Program }) {
  const { t } = useTranslation();
  return (
    <Section id="general" title={t('settings.general')} text={t('settings.generalText')}>
      <TextSetting
        program={program}
        label={t('programs.name')}
        value={program.name}
        maxLength={100}
        edit={(name) => (name.length >= 2 ? { name } : t('programs.nameLength'))}
      />
      <TextSetting
        program={program}
        label={t('programs.description')}
        value={program.description}
        multiline
        maxLength={2000}
        edit={(description) => ({ description })}
      />
      <div>
        <p className="text-ink-2">{t('programs.key')}</p>
        <p className="mt-1 font-mono">{program.key}</p>
        <p className="mt-1 text-xs text-ink-3">{t('settings.keyFixed', { key: program.key })}</p>
      </div>
    </Section>
  );
}
