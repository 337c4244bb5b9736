import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { RequestDetail } from '@/api/types';
import { useFormat } from '@/domain/useFormat';
import { IconButton } from '@/ui/Button';
import { Input } from '@/ui/Field';
import { DueBadge } from './DueBadge';
import { EditNotes } from './EditNotes';
import { leaveByKeys } from './leaveByKeys';
import { PROPERTY_BUTTON } from './property';
import { useFieldEdit } from './useFieldEdit';
import { useReturnFocus } from './useReturnFocus';

export function DueProperty({ request }: { request: RequestDetail }) {
  const { t } = useTranslation();
  const format = useFormat();
  const edit = useFieldEdit(request, 'dueDate');
  const opener = useReturnFocus<HTMLButtonElement>(edit.editing || edit.conflict !== undefined);
  const date = edit.value === null ? null : String(edit.value);
  const shown =
    date === null ? (
      <span className="text-ink-3">{t('requests.noDueDate')}</span>
    ) : (
      <span className="flex flex-wrap items-center gap-2">
        {format.date(date)}
        <DueBadge date={date} status={request.status} />
      </span>
    );
  if (!request.can.edit) return shown;
  return (
    <>
      {edit.editing && edit.conflict === undefined ? (
        <Input
          type="date"
          max="9999-12-31"
          autoFocus
          aria-label={t('requests.dueDate')}
          defaultValue={String(edit.initial ?? '')}
          onBlur={(event) => edit.save(event.target.value === '' ? null : event.target.value)}
          onKeyDown={leaveByKeys(edit.cancel)}
        />
      ) : (
        <div className="flex items-center">
          <button ref={opener} type="button" className={PROPERTY_BUTTON} onClick={() => edit.begin()}>
            <span className="sr-only">{t('requests.dueDate')}: </span>
            {shown}
          </button>
          {date !== null && (
            <IconButton
              className="size-6!"
              label={`${t('common.remove')}: ${t('requests.dueDate')}`}
              onClick={() => {
                opener.current?.focus();
                edit.save(null);
              }}
            >
              <X size={14} />
            </IconButton>
          )}
        </div>
      )}
      <EditNotes edit={edit} label={t('requests.dueDate')} />
    </>
  );
}
