import { Download, Lock, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { RequestRef } from '@/api/calls';
import type { Attachment } from '@/api/types';
import { FileIcon } from '@/domain/FileIcon';
import { useMe } from '@/domain/me';
import { useDownload } from '@/domain/useDownload';
import { useFormat } from '@/domain/useFormat';
import { useProblemText } from '@/domain/useProblemText';
import { When } from '@/domain/When';
import { Badge } from '@/ui/Badge';
import { IconButton } from '@/ui/Button';
import { isShowable } from './showable';
import { useFileDeletion } from './useFileDeletion';

interface Props {
  attachment: Attachment;
  requestRef: RequestRef;
  mayDeleteAll: boolean;
  /** Whether files can be changed here at all. */
  mayAttach: boolean;
  onShow: () => void;
  onDeleted: () => void;
}

export function AttachmentItem({ attachment, requestRef, mayDeleteAll, mayAttach, onShow, onDeleted }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const textOf = useProblemText();
  const me = useMe();
  const { name, internal, uploadedBy } = attachment;
  const download = useDownload(requestRef);
  const remove = useFileDeletion(requestRef, attachment, onDeleted);
  const problem = download.error ?? remove.error;
  const mayDelete = attachment.can?.delete ?? (mayAttach && (mayDeleteAll || uploadedBy.id === me.id));
  const showable = isShowable(attachment);

  return (
    <li className="border-b border-line last:border-0">
      <div className="flex min-h-11 items-center gap-x-3">
        <button
          type="button"
          aria-label={t(showable ? 'attachments.show' : 'attachments.download', { name })}
          aria-busy={download.isPending || undefined}
          title={name}
          className="flex min-w-0 items-center gap-3 rounded text-left hover:text-accent-strong hover:underline"
          onClick={() => (showable ? onShow() : download.mutate(attachment))}
        >
          <FileIcon attachment={attachment} requestRef={requestRef} />
          <span className="truncate">{name}</span>
        </button>
        {internal && (
          <Badge tone="amber" icon={<Lock size={12} aria-hidden />}>
            {t('attachments.internal')}
          </Badge>
        )}
        <span className="ml-auto flex shrink-0 items-center gap-3 text-xs text-ink-3">
          <span className="max-sm:hidden">{format.size(attachment.size)}</span>
          <span className="hidden max-w-32 truncate sm:inline">{uploadedBy.name}</span>
          <When at={attachment.createdAt} className="hidden sm:inline" />
        </span>
        <span className="flex">
          <IconButton label={t('attachments.download', { name })} onClick={() => download.mutate(attachment)}>
            <Download size={14} />
          </IconButton>
          {mayDelete && (
            <IconButton label={t('attachments.delete', { name })} onClick={() => remove.mutate()}>
              <Trash2 size={14} />
            </IconButton>
          )}
        </span>
      </div>
      {problem !== null && (
        <p role="alert" className="pb-2 text-xs text-danger">
          {textOf(problem)}
        </p>
      )}
    </li>
  );
}
