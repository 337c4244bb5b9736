import { Lock, RotateCw, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button, IconButton } from '@/ui/Button';
import { Progress } from '@/ui/states';
import type { Upload, Uploads } from './useUploads';

/** A file on its way up, or why it did not get there. */
export function UploadItem({ upload, of }: { upload: Upload; of: Uploads }) {
  const { t } = useTranslation();
  const { id, file, internal, progress, problem } = upload;
  const { name } = file;
  return (
    <li className="flex min-h-10 items-center gap-3 border-b border-line last:border-0">
      <div className="min-w-0 flex-1 py-1">
        <p className="flex items-center gap-1.5">
          {internal && (
            <Lock size={12} role="img" aria-label={t('attachments.internal')} className="shrink-0 text-amber" />
          )}
          <span className="truncate">{name}</span>
        </p>
        {problem === undefined ? (
          <Progress value={progress} label={t('attachments.uploading', { name })} />
        ) : (
          <p role="alert" className="text-xs text-danger">
            {problem.text}
          </p>
        )}
      </div>
      {problem === undefined && (
        <span className="text-xs text-ink-3 tabular-nums">
          {t('attachments.percent', { percent: Math.round(progress * 100) })}
        </span>
      )}
      {problem?.again === true && (
        <Button variant="ghost" icon={<RotateCw size={14} aria-hidden />} onClick={() => of.retry(id)}>
          {t('common.retry')}
        </Button>
      )}
      <IconButton
        label={problem === undefined ? t('attachments.cancel', { name }) : t('attachments.dismiss')}
        onClick={() => of.cancel(id)}
      >
        <X size={14} />
      </IconButton>
    </li>
  );
}
