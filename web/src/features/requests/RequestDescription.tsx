import { Pencil } from 'lucide-react';
import { useId, useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequestDetail } from '@/api/types';
import { useGlow } from '@/domain/useGlow';
import { Button, IconButton } from '@/ui/Button';
import { cx } from '@/ui/cx';
import { Textarea } from '@/ui/Field';
import { useStoredText } from '@/ui/useStoredText';
import { EditNotes } from './EditNotes';
import { useFieldEdit } from './useFieldEdit';

export function RequestDescription({ request }: { request: RequestDetail }) {
  const { t } = useTranslation();
  const headingId = useId();
  const glow = useGlow(request.id, 'description');
  const edit = useFieldEdit(request, 'description');
  const text = String(edit.value ?? '');
  return (
    <section aria-labelledby={headingId} className={cx('-mx-2 rounded-md px-2', glow)}>
      <div className="flex h-8 items-center justify-between">
        <h2 id={headingId} className="text-xs font-medium text-ink-3">
          {t('requests.description')}
        </h2>
        {request.can.edit && !edit.editing && text !== '' && (
          <IconButton label={t('requests.editLabel', { label: t('requests.description') })} onClick={edit.begin}>
            <Pencil size={14} />
          </IconButton>
        )}
      </div>
      {edit.editing && edit.conflict === undefined ? (
        <Editor
          key={request.id}
          draftKey={`docket.description.${request.id}`}
          text={request.description}
          busy={edit.busy}
          onSave={edit.save}
          onCancel={edit.cancel}
        />
      ) : text !== '' ? (
        <p className="max-w-[72ch] text-base leading-relaxed whitespace-pre-wrap">{text}</p>
      ) : request.can.edit ? (
        <button type="button" className="-mx-1.5 rounded px-1.5 py-1 text-ink-3 hover:bg-hover" onClick={edit.begin}>
          {t('requests.noDescription')}
        </button>
      ) : (
        <p className="text-ink-3">{t('requests.noDescriptionReadOnly')}</p>
      )}
      <EditNotes edit={edit} label={t('requests.description')} />
    </section>
  );
}

interface EditorProps {
  draftKey: string;
  text: string;
  busy: boolean;
  onSave: (text: string) => void;
  onCancel: () => void;
}

function Editor({ draftKey, text, busy, onSave, onCancel }: EditorProps) {
  const { t } = useTranslation();
  const area = useRef<HTMLTextAreaElement>(null);
  const [draft, setDraft] = useStoredText(draftKey);
  const save = () => {
    onSave(area.current?.value.trim() ?? '');
    setDraft('');
  };
  const cancel = () => {
    setDraft('');
    onCancel();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save();
    if (event.key === 'Escape') cancel();
  };
  return (
    <div className="flex flex-col gap-2">
      <Textarea
        ref={area}
        aria-label={t('requests.description')}
        autoFocus
        maxLength={5000}
        defaultValue={draft === '' ? text : draft}
        onChange={(event) => setDraft(event.target.value)}
        onKeyDown={onKeyDown}
        className="min-h-32! text-base"
      />
      <div className="flex gap-2">
        <Button variant="primary" busy={busy} onClick={save}>
          {t('common.save')}
        </Button>
        <Button variant="ghost" onClick={cancel}>
          {t('common.cancel')}
        </Button>
      </div>
    </div>
  );
}
