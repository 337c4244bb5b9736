import { useTranslation } from 'react-i18next';
import type { Program } from '@/api/types';
import { Section } from '@/ui/Section';
import { ChoiceSetting, SwitchSetting, TextSetting } from './settingControls';

const USUAL_DAYS = 14;
const LONGEST = 365;

/** When requests are due by themselves. */
export function DueSettings({ program }: { program: Program }) {
  const { t } = useTranslation();
  const { dueRuleEnabled = false, dueOffsetDays, dueDateField } = program;
  const dates = program.fields.filter((field) => field.type === 'date');
  return (
    <Section id="due" title={t('settings.due')} text={t('settings.dueText')}>
      <SwitchSetting
        program={program}
        label={t('settings.dueEnabled')}
        hint={t('settings.dueEnabledHint')}
        checked={dueRuleEnabled}
        edit={(enabled) =>
          enabled ? { dueRuleEnabled: true, dueOffsetDays: dueOffsetDays ?? USUAL_DAYS } : { dueRuleEnabled: false }
        }
      />
      {dueRuleEnabled && (
        <>
          <TextSetting
            program={program}
            type="number"
            min={1}
            max={LONGEST}
            label={t('settings.dueDays')}
            className="w-28!"
            value={String(dueOffsetDays ?? '')}
            edit={(text) => {
              const days = Number(text);
              return Number.isInteger(days) && days >= 1 && days <= LONGEST
                ? { dueOffsetDays: days }
                : t('settings.dueDaysFormat');
            }}
          />
          <ChoiceSetting
            program={program}
            label={t('settings.dueField')}
            hint={t('settings.dueFieldHint')}
            className="sm:w-64"
            value={dueDateField ?? ''}
            options={[
              { value: '', label: t('settings.dueFieldNone') },
              ...dates.map((field) => ({ value: field.key, label: field.label })),
            ]}
            edit={(key) => ({ dueDateField: key === '' ? null : key })}
          />
        </>
      )}
    </Section>
  );
}
