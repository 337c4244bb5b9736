import { useTranslation } from 'react-i18next';
import type { RequestDetail } from '@/api/types';
import { Input } from '@/ui/Field';
import { useShortcut } from '@/ui/useShortcut';
import { EditNotes } from './EditNotes';
import { leaveByKeys } from './leaveByKeys';
import { useFieldEdit } from './useFieldEdit';
import { useReturnFocus } from './useReturnFocus';

export function RequestTitle({ request }: { request: RequestDetail }) {
  const { t } = useTranslation();
  const edit = useFieldEdit(request, 'title');
  useShortcut('e', () => edit.begin(), request.can.edit);
  const title = String(edit.value);
  const open = edit.editing && edit.conflict === undefined;
  const opener = useReturnFocus<HTMLButtonElement>(edit.editing || edit.conflict !== undefined);
  return (
    <div>
      {open ? (
        <Input
          aria-label={t('requests.title')}
          defaultValue={String(edit.initial)}
          autoFocus
          maxLength={200}
          aria-invalid={edit.error !== undefined || undefined}
          className="h-10! text-xl! font-semibold"
          onKeyDown={leaveByKeys(edit.cancel)}
          onBlur={(event) => edit.save(event.target.value.trim())}
        />
      ) : (
        <h1 className="text-xl leading-snug font-semibold">
          {request.can.edit ? (
            <button
              ref={opener}
              type="button"
              aria-keyshortcuts="e"
              aria-description={t('requests.editLabel', { label: t('requests.title') })}
              className="-mx-1.5 rounded px-1.5 py-0.5 text-left hover:bg-hover"
              onClick={() => edit.begin()}
            >
              {title}
            </button>
          ) : (
            title
          )}
        </h1>
      )}
      <EditNotes edit={edit} label={t('requests.title')} />
    </div>
  );
}
