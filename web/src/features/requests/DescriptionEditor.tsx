import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LONGEST, MarkdownArea } from '@/domain/MarkdownArea';
import { Button } from '@/ui/Button';

interface Props {
  text: string;
  original: string;
  busy: boolean;
  onWrite: (text: string) => void;
  onSave: (text: string) => void;
  onCancel: () => void;
}

export function DescriptionEditor({ text, original, busy, onWrite, onSave, onCancel }: Props) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState(text);
  const fits = draft.trim().length <= LONGEST;
  const save = () => {
    if (fits) onSave(draft.trim());
  };
  return (
    <div className="rounded-md border border-line-strong/60 bg-surface focus-within:border-accent">
      <MarkdownArea
        label={t('requests.description')}
        autoFocus
        value={{ text: draft, people: [] }}
        onChange={(next) => {
          setDraft(next.text);
          onWrite(next.text);
        }}
        onSend={save}
        // Only a text that has not been touched: a long one must not go by a slip of the finger.
        onEscape={() => draft === original && onCancel()}
        className="min-h-32"
      >
        <span className="text-xs text-ink-3 max-sm:hidden">{t('request.markdown')}</span>
        <span className="ml-auto flex gap-2">
          <Button variant="ghost" onClick={onCancel}>
            {t('common.cancel')}
          </Button>
          <Button variant="primary" busy={busy} disabled={!fits} onClick={save}>
            {t('common.save')}
          </Button>
        </span>
      </MarkdownArea>
    </div>
  );
}
