import { useTranslation } from 'react-i18next';
import { ArchiveSettings } from '@/features/programs/ArchiveSettings';
import { DueSettings } from '@/features/programs/DueSettings';
import { FieldSettings } from '@/features/programs/FieldSettings';
import { GeneralSettings } from '@/features/programs/GeneralSettings';
import { LimitSettings } from '@/features/programs/LimitSettings';
import { Section } from '@/ui/Section';
import { SettingsNav } from '@/features/programs/SettingsNav';
import { StorageSettings } from '@/features/programs/StorageSettings';
import { SubmissionSettings } from '@/features/programs/SubmissionSettings';
import { WindowSettings } from '@/features/programs/WindowSettings';
import { FormPreview } from '@/features/requests/FormPreview';
import { TemplateSettings } from '@/features/requests/TemplateSettings';
import { NotFound } from './Fallback';
import { useProgram } from './useProgram';

export function SettingsPage() {
  const { t } = useTranslation();
  const { data: program } = useProgram();
  if (program === undefined) return null;
  // An archived program can be brought back, and nothing else.
  if (!program.can.edit && !program.can.unarchive) return <NotFound />;
  return (
    <div className="h-full overflow-y-auto">
      <div className="mx-auto flex w-full max-w-5xl gap-10 px-4 py-6 sm:px-6">
        {program.can.edit && <SettingsNav />}
        <div className="min-w-0 flex-1">
          {program.can.edit && (
            <>
              <GeneralSettings program={program} />
              <SubmissionSettings program={program} />
              <FieldSettings program={program} preview={(fields) => <FormPreview fields={fields} />} />
              <Section id="templates" title={t('templates.title')} text={t('templates.text')}>
                <TemplateSettings program={program} />
              </Section>
              <WindowSettings program={program} />
              <LimitSettings program={program} />
              <DueSettings program={program} />
              <StorageSettings program={program} />
            </>
          )}
          <ArchiveSettings program={program} />
        </div>
      </div>
    </div>
  );
}
