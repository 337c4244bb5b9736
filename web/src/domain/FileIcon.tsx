import { useQuery } from '@tanstack/react-query';
import { File, FileArchive, FileImage, FileSpreadsheet, FileText } from 'lucide-react';
import type { RequestRef } from '@/api/calls';
import { bytesQuery } from '@/api/request';
import type { Attachment } from '@/api/types';
import { BlobImage } from '@/ui/BlobImage';

const LOOK = { size: 16, 'aria-hidden': true, className: 'shrink-0 text-ink-3' };

/** A small picture of a file, where the server has one; else what kind of file it is. */
export function FileIcon({ attachment, requestRef }: { attachment: Attachment; requestRef: RequestRef }) {
  const { data } = useQuery({
    ...bytesQuery(requestRef, attachment.id, 'thumbnail'),
    enabled: attachment.thumbnail,
    retry: false,
  });
  return (
    <span className="flex size-8 shrink-0 items-center justify-center overflow-hidden rounded border border-line bg-sunken">
      {data === undefined ? (
        kindOf(attachment.type)
      ) : (
        <BlobImage bytes={data} alt="" className="size-full object-cover" />
      )}
    </span>
  );
}

function kindOf(type: string) {
  if (type.startsWith('image/')) return <FileImage {...LOOK} />;
  if (/spreadsheet|excel|csv/.test(type)) return <FileSpreadsheet {...LOOK} />;
  if (type.includes('zip')) return <FileArchive {...LOOK} />;
  return /^text|pdf|word/.test(type) ? <FileText {...LOOK} /> : <File {...LOOK} />;
}
