import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequestDetail } from '@/api/types';
import { useMe } from '@/domain/me';
import { Button } from '@/ui/Button';
import { Dialog, DialogBody, DialogFooter } from '@/ui/Dialog';
import { Field, Textarea } from '@/ui/Field';
import { Alert } from '@/ui/states';
import { useStoredText } from '@/ui/useStoredText';

interface Props {
  request: RequestDetail;
  busy: boolean;
  problem?: string;
  onReject: (reason: string) => void;
  onClose: () => void;
}

export function RejectDialog({ request, busy, problem, onReject, onClose }: Props) {
  const { t } = useTranslation();
  const [reason, setReason] = useStoredText(`docket.rejection.${useMe().id}.${request.id}`);
  const [missing, setMissing] = useState(false);
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    const text = reason.trim();
    setMissing(text === '');
    if (text !== '') onReject(text);
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('life.rejectTitle', { key: request.key })}
      description={t('life.rejectText', { name: request.creator.name })}
      closeLabel={t('common.close')}
    >
      <form noValidate onSubmit={submit} className="flex min-h-0 flex-col">
        <DialogBody>
          {problem !== undefined && <Alert>{problem}</Alert>}
          <Field label={t('life.reason')} required error={missing ? t('life.reasonMissing') : undefined}>
            {(control) => (
              <Textarea
                {...control}
                autoFocus
                maxLength={1000}
                value={reason}
                onChange={(event) => setReason(event.target.value)}
              />
            )}
          </Field>
        </DialogBody>
        <DialogFooter>
          <Button variant="ghost" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" variant="danger" busy={busy}>
            {t('life.reject')}
          </Button>
        </DialogFooter>
      </form>
    </Dialog>
  );
}
