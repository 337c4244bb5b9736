import { useTranslation } from 'react-i18next';
import type { Program } from '@/api/types';
import { Section } from '@/ui/Section';
import { ChoiceSetting, SwitchSetting } from './settingControls';

/** Who may send something in, and what must have happened before it is done. */
export function SubmissionSettings({ program }: { program: Program }) {
  const { t } = useTranslation();
  return (
    <Section id="rules" title={t('settings.rules')} text={t('settings.rulesText')}>
      <SwitchSetting
        program={program}
        label={t('programs.allowClientSubmission')}
        hint={t('programs.allowClientSubmissionHint')}
        checked={program.allowClientSubmission}
        edit={(allowClientSubmission) => ({ allowClientSubmission })}
      />
      <SwitchSetting
        program={program}
        label={t('programs.requireApproval')}
        hint={t('programs.requireApprovalHint')}
        checked={program.requireApproval}
        edit={(requireApproval) => ({ requireApproval })}
      />
      <SwitchSetting
        program={program}
        label={t('settings.requireChecklists')}
        hint={t('settings.requireChecklistsHint')}
        checked={program.requireCompleteChecklists}
        edit={(requireCompleteChecklists) => ({ requireCompleteChecklists })}
      />
      <ChoiceSetting
        program={program}
        label={t('settings.compliance')}
        hint={t('settings.complianceHint')}
        className="sm:w-64"
        value={program.complianceType ?? ''}
        options={[
          { value: '', label: t('settings.complianceNone') },
          { value: 'hssp', label: 'HSSP' },
        ]}
        edit={(type) => ({ complianceType: type === 'hssp' ? 'hssp' : null })}
      />
    </Section>
  );
}
