import { useQuery } from '@tanstack/react-query';
import { Download, Upload, X } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { attachmentsQuery } from '@/api/queries';
import type { Attachment, FieldDefinition, RequestDetail } from '@/api/types';
import { FileIcon } from '@/domain/FileIcon';
import { UploadItem } from '@/domain/UploadItem';
import { useDownload } from '@/domain/useDownload';
import { useProblemText } from '@/domain/useProblemText';
import { useUploads } from '@/domain/useUploads';
import { Button, IconButton } from '@/ui/Button';
import { Picker } from '@/ui/Picker';
import { useSetField } from './useSetField';

/** Files as the value of a field: some of the files of the request, uploaded into it or chosen from those that are there. */
export function FilesField({ field, request }: { field: FieldDefinition; request: RequestDetail }) {
  const { t } = useTranslation();
  const textOf = useProblemText();
  const input = useRef<HTMLInputElement>(null);
  const [choosing, setChoosing] = useState(false);
  const ref = { programId: request.programId, requestId: request.id };
  const { data: files = [] } = useQuery(attachmentsQuery(ref));
  const { members, error, set } = useSetField(request, field.key);
  const uploads = useUploads(ref);
  const download = useDownload(ref);
  const staffOnly = field.visibility === 'staff';
  const inside = files.filter(({ id }) => members.includes(id));
  // Clients see this field, so that it takes nothing which they must not see.
  const others = files.filter(({ id, internal }) => !members.includes(id) && (staffOnly || !internal));
  const mayChange = request.can.edit;

  const upload = async (chosen: Iterable<File>) => {
    for (const { id } of await uploads.add(chosen, staffOnly)) set(id, true);
  };
  const problem = error ?? (download.error === null ? undefined : textOf(download.error));

  return (
    <div className="py-0.5">
      {inside.length === 0 && uploads.uploads.length === 0 && !mayChange && (
        <p className="min-h-7 py-1 text-ink-3">{t('requests.unset')}</p>
      )}
      <ul aria-label={field.label}>
        {inside.map((file) => (
          <FileOfField
            key={file.id}
            file={file}
            request={request}
            onDownload={() => download.mutate(file)}
            onRemove={mayChange ? () => set(file.id, false) : undefined}
          />
        ))}
        {uploads.uploads.map((one) => (
          <UploadItem key={one.id} upload={one} of={uploads} />
        ))}
      </ul>
      {mayChange && (
        <div className="-ml-2 flex flex-wrap gap-1">
          {request.can.attach && (
            <Button variant="ghost" icon={<Upload size={14} aria-hidden />} onClick={() => input.current?.click()}>
              {t('request.upload')}
            </Button>
          )}
          {others.length > 0 && (
            <Picker
              open={choosing}
              onOpenChange={setChoosing}
              label={t('request.chooseFile')}
              searchLabel={t('request.searchFiles')}
              emptyText={t('request.noFile')}
              value={null}
              onPick={(id) => set(id, true)}
              options={others.map(({ id, name }) => ({ value: id, text: name, label: name }))}
              trigger={<Button variant="ghost">{t('request.chooseFile')}</Button>}
            />
          )}
          <input
            ref={input}
            type="file"
            multiple
            hidden
            aria-label={t('request.uploadInto', { label: field.label })}
            onChange={(event) => {
              void upload([...(event.target.files ?? [])]);
              event.target.value = '';
            }}
          />
        </div>
      )}
      {problem !== undefined && (
        <p role="alert" className="text-xs text-danger">
          {problem}
        </p>
      )}
    </div>
  );
}

interface FileProps {
  file: Attachment;
  request: RequestDetail;
  onDownload: () => void;
  onRemove?: () => void;
}

function FileOfField({ file, request, onDownload, onRemove }: FileProps) {
  const { t } = useTranslation();
  const { name } = file;
  return (
    <li className="flex min-h-10 items-center gap-2">
      <FileIcon attachment={file} requestRef={{ programId: request.programId, requestId: request.id }} />
      <span className="min-w-0 flex-1 truncate" title={name}>
        {name}
      </span>
      <span className="flex shrink-0">
        <IconButton label={t('attachments.download', { name })} onClick={onDownload}>
          <Download size={14} />
        </IconButton>
        {onRemove !== undefined && (
          <IconButton label={t('request.takeOut', { name })} onClick={onRemove}>
            <X size={14} />
          </IconButton>
        )}
      </span>
    </li>
  );
}
