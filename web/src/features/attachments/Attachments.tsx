import { useQuery } from '@tanstack/react-query';
import { Paperclip, X } from 'lucide-react';
import { useId, useRef, useState, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { attachmentsQuery } from '@/api/queries';
import type { RequestDetail } from '@/api/types';
import { LoadError } from '@/domain/LoadError';
import { Button, IconButton } from '@/ui/Button';
import { cx } from '@/ui/cx';
import { Checkbox } from '@/ui/Field';
import { Progress, Skeleton } from '@/ui/states';
import { AttachmentItem } from './AttachmentItem';
import { useUploads, type Upload } from './useUploads';

interface Props {
  request: RequestDetail;
  mayDeleteAll: boolean;
}

export function Attachments({ request, mayDeleteAll }: Props) {
  const { t } = useTranslation();
  const headingId = useId();
  const picker = useRef<HTMLInputElement>(null);
  const ref = { programId: request.programId, requestId: request.id };
  const attachments = useQuery(attachmentsQuery(ref));
  const { uploads, add, cancel } = useUploads(ref);
  const [internal, setInternal] = useState(false);
  const [over, setOver] = useState(false);
  const mayAttach = request.can.attach;

  const onDragOver = (event: DragEvent) => {
    if (!mayAttach || !event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    setOver(true);
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (mayAttach) add(event.dataTransfer.files, internal);
  };

  return (
    <section
      aria-labelledby={headingId}
      onDragOver={onDragOver}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
      className={cx(
        'relative -mx-2 rounded-md px-2 pb-1',
        over && 'bg-accent-soft outline-2 outline-accent outline-dashed',
      )}
    >
      <div className="flex min-h-8 flex-wrap items-center gap-3">
        <h2 id={headingId} className="flex-1 text-xs font-medium text-ink-3">
          {t('attachments.title')}
        </h2>
        {mayAttach && request.can.commentInternally && (
          <Checkbox
            className="text-xs text-ink-2 max-sm:order-last max-sm:w-full"
            label={t('attachments.internalSwitch')}
            checked={internal}
            onChange={(event) => setInternal(event.target.checked)}
          />
        )}
        {mayAttach && (
          <>
            <Button variant="ghost" icon={<Paperclip size={14} aria-hidden />} onClick={() => picker.current?.click()}>
              {t('attachments.add')}
            </Button>
            <input
              ref={picker}
              type="file"
              multiple
              hidden
              aria-label={t('attachments.add')}
              onChange={(event) => {
                add(event.target.files ?? [], internal);
                event.target.value = '';
              }}
            />
          </>
        )}
      </div>
      {attachments.isPending && <Skeleton className="my-3 h-4 w-52" />}
      {attachments.isError && <LoadError error={attachments.error} onRetry={() => void attachments.refetch()} />}
      {attachments.data?.length === 0 && uploads.length === 0 && (
        <p className="py-1 text-ink-3">{over ? t('attachments.drop') : t('attachments.empty')}</p>
      )}
      <ul aria-label={t('attachments.title')}>
        {attachments.data?.map((attachment) => (
          <AttachmentItem key={attachment.id} attachment={attachment} requestRef={ref} mayDeleteAll={mayDeleteAll} />
        ))}
        {uploads.map((upload) => (
          <UploadItem key={upload.id} upload={upload} onCancel={() => cancel(upload.id)} />
        ))}
      </ul>
    </section>
  );
}

function UploadItem({ upload, onCancel }: { upload: Upload; onCancel: () => void }) {
  const { t } = useTranslation();
  const { name, progress, error } = upload;
  return (
    <li className="flex min-h-10 items-center gap-3 border-b border-line last:border-0">
      <div className="min-w-0 flex-1">
        <p className="truncate">{name}</p>
        {error === undefined ? (
          <Progress value={progress} label={t('attachments.uploading', { name })} />
        ) : (
          <p role="alert" className="text-xs text-danger">
            {error}
          </p>
        )}
      </div>
      {error === undefined && (
        <span className="text-xs text-ink-3">{t('attachments.percent', { percent: Math.round(progress * 100) })}</span>
      )}
      <IconButton
        label={error === undefined ? t('attachments.cancel', { name }) : t('attachments.dismiss')}
        onClick={onCancel}
      >
        <X size={14} />
      </IconButton>
    </li>
  );
}
