import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Program } from '@/api/types';
import { Button } from '@/ui/Button';
import { Confirm } from '@/ui/Dialog';
import { Section } from '@/ui/Section';
import { SettingNote } from './SettingNote';
import { useSetting } from './useSetting';

/** Last, because it stops everybody's work. It can be taken back. */
export function ArchiveSettings({ program }: { program: Program }) {
  const { t } = useTranslation();
  const setting = useSetting(program);
  const [asking, setAsking] = useState(false);
  const archived = program.status === 'archived';
  return (
    <Section
      id="archive"
      title={archived ? t('settings.archived') : t('settings.archive')}
      text={archived ? t('settings.archivedText') : t('settings.archiveText')}
    >
      {!archived && (
        <ul className="list-disc pl-5 text-ink-2">
          <li>{t('settings.archiveRequests', { count: program.openRequests })}</li>
          <li>{t('settings.archiveReading')}</li>
          <li>{t('settings.archiveBack')}</li>
        </ul>
      )}
      <div>
        {archived ? (
          <Button
            variant="primary"
            busy={setting.pending}
            reason={program.can.unarchive ? undefined : program.cannot.unarchive}
            onClick={() => setting.save({ status: 'active' })}
          >
            {t('settings.unarchive')}
          </Button>
        ) : (
          <Button
            variant="danger"
            busy={setting.pending}
            reason={program.can.archive ? undefined : program.cannot.archive}
            onClick={() => setAsking(true)}
          >
            {t('settings.archiveDo')}
          </Button>
        )}
        <SettingNote setting={{ ...setting, undo: undefined }} />
      </div>
      <Confirm
        open={asking}
        onClose={() => setAsking(false)}
        title={t('settings.archiveTitle', { name: program.name })}
        text={`${t('settings.archiveRequests', { count: program.openRequests })} ${t('settings.archiveReading')}`}
        action={t('settings.archiveDo')}
        cancel={t('common.cancel')}
        onConfirm={() => setting.save({ status: 'archived' })}
      />
    </Section>
  );
}
