import { Pencil } from 'lucide-react';
import { useEffect, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequestDetail } from '@/api/types';
import { useMe } from '@/domain/me';
import { useGlow } from '@/domain/useGlow';
import { IconButton } from '@/ui/Button';
import { cx } from '@/ui/cx';
import { Prose } from '@/ui/Prose';
import { useStoredText } from '@/ui/useStoredText';
import { DescriptionEditor } from './DescriptionEditor';
import { EditNotes } from './EditNotes';
import { useFieldEdit } from './useFieldEdit';
import { useReturnFocus } from './useReturnFocus';

export function RequestDescription({ request }: { request: RequestDetail }) {
  const { t } = useTranslation();
  const headingId = useId();
  const glow = useGlow(request.id, 'description');
  const edit = useFieldEdit(request, 'description');
  const draftKey = `docket.description.${useMe().id}.${request.id}`;
  const [stored, setDraft] = useStoredText(draftKey);
  // Kept until it has become the description, or was given up.
  const saved = stored.trim() === request.description.trim();
  const draft = saved ? '' : stored;
  // What the author of the draft had seen: a change since then must not be overwritten unseen, also after a reload.
  const [draftVersion, setDraftVersion] = useStoredText(`${draftKey}.version`);
  const text = String(edit.value ?? '');
  const open = edit.editing && edit.conflict === undefined;
  const opener = useReturnFocus<HTMLButtonElement>(edit.editing || edit.conflict !== undefined);
  const label = t('requests.description');

  const begin = () => edit.begin(draft === '' ? request.version : Number(draftVersion) || request.version);
  const forget = () => {
    setDraft('');
    setDraftVersion('');
  };
  const takeTheirs = () => {
    forget();
    edit.takeTheirs();
  };
  useEffect(() => {
    if (saved && stored !== '' && !edit.editing) {
      setDraft('');
      setDraftVersion('');
    }
  });
  return (
    <section aria-labelledby={headingId} className={cx('-mx-2 rounded-md px-2', glow)}>
      <div className="flex h-8 items-center justify-between">
        <h2 id={headingId} className="text-xs font-medium text-ink-3">
          {label}
        </h2>
        {request.can.edit && !edit.editing && (text !== '' || draft !== '') && (
          <span className="flex items-center gap-1">
            {draft !== '' && <span className="text-xs text-amber">{t('request.draftKept')}</span>}
            <IconButton ref={opener} label={t('requests.editLabel', { label })} onClick={begin}>
              <Pencil size={14} />
            </IconButton>
          </span>
        )}
      </div>
      {open ? (
        <DescriptionEditor
          key={request.id}
          text={draft === '' ? request.description : draft}
          original={request.description}
          busy={edit.busy}
          onWrite={(next) => {
            setDraft(next);
            if (draftVersion === '') setDraftVersion(String(request.version));
          }}
          onSave={edit.save}
          onCancel={() => {
            forget();
            edit.cancel();
          }}
        />
      ) : text !== '' ? (
        // The markup follows a moment after the text: until then the text stands as it is.
        <Description text={text} request={request} />
      ) : request.can.edit ? (
        <button type="button" className="-mx-1.5 rounded px-1.5 py-1 text-ink-3 hover:bg-hover" onClick={begin}>
          {t('requests.noDescription')}
        </button>
      ) : (
        <p className="text-ink-3">{t('requests.noDescriptionReadOnly')}</p>
      )}
      <EditNotes
        edit={{ ...edit, takeTheirs }}
        label={label}
        format={(value) => (typeof value === 'string' ? value : '')}
      />
    </section>
  );
}

const Description = ({ text, request }: { text: string; request: RequestDetail }) =>
  request.descriptionHtml === '' || text !== request.description ? (
    <p className="max-w-[72ch] text-base leading-relaxed whitespace-pre-wrap">{text}</p>
  ) : (
    <Prose html={request.descriptionHtml} className="text-base" />
  );
