import { useMutation } from '@tanstack/react-query';
import { Download, File, FileImage, FileSpreadsheet, FileText, Lock, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { attachmentContent, deleteAttachment, type RequestRef } from '@/api/calls';
import type { Attachment } from '@/api/types';
import { useMe } from '@/domain/me';
import { useFormat } from '@/domain/useFormat';
import { useProblemText } from '@/domain/useProblemText';
import { When } from '@/domain/When';
import { Badge } from '@/ui/Badge';
import { IconButton } from '@/ui/Button';
import { Confirm } from '@/ui/Dialog';
import { saveFile } from './saveFile';

interface Props {
  attachment: Attachment;
  requestRef: RequestRef;
  mayDeleteAll: boolean;
}

export function AttachmentItem({ attachment, requestRef, mayDeleteAll }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const textOf = useProblemText();
  const me = useMe();
  const [asking, setAsking] = useState(false);
  const { id, name, internal, uploadedBy } = attachment;
  const download = useMutation({
    mutationFn: () => attachmentContent(requestRef, id),
    onSuccess: (content) => saveFile(content, name),
  });
  const remove = useMutation({ mutationFn: () => deleteAttachment(requestRef, id) });
  const problem = download.error ?? remove.error;
  const mayDelete = attachment.can?.delete ?? (mayDeleteAll || uploadedBy.id === me.id);

  return (
    <li className="border-b border-line last:border-0">
      <div className="flex min-h-10 items-center gap-x-3">
        <FileIcon type={attachment.type} />
        <button
          type="button"
          aria-label={t('attachments.download', { name })}
          aria-busy={download.isPending || undefined}
          title={name}
          className="min-w-0 truncate text-left hover:text-accent-strong hover:underline"
          onClick={() => download.mutate()}
        >
          {name}
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
          <IconButton label={t('attachments.download', { name })} onClick={() => download.mutate()}>
            <Download size={14} />
          </IconButton>
          {mayDelete && (
            <IconButton label={t('attachments.delete', { name })} onClick={() => setAsking(true)}>
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
      <Confirm
        open={asking}
        onClose={() => setAsking(false)}
        title={t('attachments.deleteTitle', { name })}
        text={t('attachments.deleteText')}
        action={t('common.delete')}
        cancel={t('common.cancel')}
        onConfirm={() => remove.mutate()}
      />
    </li>
  );
}

function FileIcon({ type }: { type: string }) {
  const look = { size: 16, 'aria-hidden': true, className: 'shrink-0 text-ink-3' };
  if (type.startsWith('image/')) return <FileImage {...look} />;
  if (/spreadsheet|excel|csv/.test(type)) return <FileSpreadsheet {...look} />;
  return /^text|pdf|word/.test(type) ? <FileText {...look} /> : <File {...look} />;
}
