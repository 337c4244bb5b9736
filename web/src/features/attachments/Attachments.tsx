import { useQuery } from '@tanstack/react-query';
import { Paperclip } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { attachmentsQuery } from '@/api/queries';
import type { RequestDetail } from '@/api/types';
import { LoadError } from '@/domain/LoadError';
import { UploadItem } from '@/domain/UploadItem';
import type { Uploads } from '@/domain/useUploads';
import { Button } from '@/ui/Button';
import { Checkbox } from '@/ui/Field';
import { Skeleton } from '@/ui/states';
import { AttachmentItem } from './AttachmentItem';
import { PreviewDialog } from './PreviewDialog';
import { isShowable } from './showable';

interface Props {
  request: RequestDetail;
  mayDeleteAll: boolean;
  uploads: Uploads;
  /** Whether new files are for staff alone. */
  internal: boolean;
  onInternal: (internal: boolean) => void;
}

export function Attachments({ request, mayDeleteAll, uploads, internal, onInternal }: Props) {
  const { t } = useTranslation();
  const headingId = useId();
  const picker = useRef<HTMLInputElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const ref = { programId: request.programId, requestId: request.id };
  const attachments = useQuery(attachmentsQuery(ref));
  const [shownId, setShownId] = useState<string | null>(null);
  const mayAttach = request.can.attach;
  // One that was brought back comes last, but stands where it stood.
  const files = attachments.data?.toSorted((a, b) => (a.createdAt < b.createdAt ? -1 : 1));

  return (
    <section aria-labelledby={headingId}>
      <div className="flex min-h-8 flex-wrap items-center gap-3">
        <h2 ref={heading} tabIndex={-1} id={headingId} className="flex-1 text-xs font-medium text-ink-3 outline-none">
          {t('attachments.title')}
        </h2>
        {mayAttach && request.can.commentInternally && (
          <Checkbox
            className="text-xs text-ink-2 max-sm:order-last max-sm:w-full"
            label={t('attachments.internalSwitch')}
            checked={internal}
            onChange={(event) => onInternal(event.target.checked)}
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
                void uploads.add([...(event.target.files ?? [])], internal);
                event.target.value = '';
              }}
            />
          </>
        )}
      </div>
      {attachments.isPending && <Skeleton className="my-3 h-4 w-52" />}
      {attachments.isError && <LoadError error={attachments.error} onRetry={() => void attachments.refetch()} />}
      {files?.length === 0 && uploads.uploads.length === 0 && (
        <p className="py-1 text-ink-3">{mayAttach ? t('attachments.emptyDrop') : t('attachments.empty')}</p>
      )}
      <ul aria-label={t('attachments.title')}>
        {files?.map((attachment) => (
          <AttachmentItem
            key={attachment.id}
            attachment={attachment}
            requestRef={ref}
            mayDeleteAll={mayDeleteAll}
            mayAttach={mayAttach}
            onShow={() => setShownId(attachment.id)}
            onDeleted={() => heading.current?.focus()}
          />
        ))}
        {uploads.uploads.map((upload) => (
          <UploadItem key={upload.id} upload={upload} of={uploads} />
        ))}
      </ul>
      {shownId !== null && (
        <PreviewDialog
          requestRef={ref}
          files={files?.filter(isShowable) ?? []}
          shownId={shownId}
          onShow={setShownId}
          onClose={() => setShownId(null)}
        />
      )}
    </section>
  );
}
