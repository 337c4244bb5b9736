import { useTranslation } from 'react-i18next';
import type { Program } from '@/api/types';
import { useFormat } from '@/domain/useFormat';
import { Section } from '@/ui/Section';
import { ChoiceSetting, TextSetting } from './settingControls';

const ZONES = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')];

/** From when to when requests are taken. */
export function WindowSettings({ program }: { program: Program }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { startDate, endDate, timeZone } = program;
  const from = startDate === null ? null : format.date(startDate);
  const to = endDate === null ? null : format.date(endDate);
  const now =
    from !== null && to !== null
      ? t('settings.windowBetween', { from, to })
      : from !== null
        ? t('settings.windowFrom', { from })
        : to !== null
          ? t('settings.windowUntil', { to })
          : t('settings.windowAlways');
  const zones = ZONES.includes(timeZone) ? ZONES : [timeZone, ...ZONES];
  return (
    <Section id="window" title={t('settings.window')} text={t('settings.windowText')}>
      <p className="font-medium">{now}</p>
      <div className="flex flex-wrap gap-x-6 gap-y-3">
        {(['startDate', 'endDate'] as const).map((name) => (
          <TextSetting
            key={name}
            program={program}
            type="date"
            label={t(`settings.${name}`)}
            className="w-44!"
            value={program[name] ?? ''}
            edit={(day) => ({ [name]: day === '' ? null : day })}
          />
        ))}
      </div>
      <ChoiceSetting
        program={program}
        label={t('settings.timeZone')}
        hint={t('settings.timeZoneHint')}
        className="sm:w-64"
        value={timeZone}
        options={zones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
        edit={(zone) => ({ timeZone: zone })}
      />
    </Section>
  );
}
