import { Paperclip, X } from 'lucide-react';
import { useRef, useState, type DragEvent, type RefCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/domain/useFormat';
import { Button, IconButton } from '@/ui/Button';
import { cx } from '@/ui/cx';

const LARGEST = 25 * 1024 * 1024;
const MOST = 20;

interface Props {
  label: string;
  files: readonly File[];
  onFiles?: (files: File[]) => void;
  focusRef?: RefCallback<HTMLElement>;
}

/** Files to be sent along, by picker or by drag. */
export function FilesInput({ label, files, onFiles, focusRef }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [problem, setProblem] = useState<string>();

  const add = (chosen: Iterable<File>) => {
    const all = [...chosen];
    const large = all.find((file) => file.size > LARGEST);
    const next = [...files, ...all.filter((file) => file.size <= LARGEST)];
    if (large !== undefined) setProblem(t('attachments.tooLarge', { name: large.name }));
    else setProblem(next.length > MOST ? t('create.tooManyFiles', { most: MOST }) : undefined);
    onFiles?.(next.slice(0, MOST));
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    add(event.dataTransfer.files);
  };

  return (
    <div
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      className={cx('rounded-md border border-dashed px-3 py-2', over ? 'border-accent bg-accent-soft' : 'border-line')}
    >
      <ul className={cx('flex flex-col', files.length > 0 && 'mb-2')}>
        {files.map((file, index) => (
          <li key={`${file.name}-${index}`} className="flex min-h-8 items-center gap-2">
            <Paperclip size={14} aria-hidden className="shrink-0 text-ink-3" />
            <span className="min-w-0 flex-1 truncate">{file.name}</span>
            <span className="text-xs text-ink-3 tabular-nums">{format.size(file.size)}</span>
            <IconButton
              label={`${t('common.remove')} ${file.name}`}
              onClick={() => onFiles?.(files.filter((other) => other !== file))}
            >
              <X size={14} />
            </IconButton>
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Button
          ref={focusRef}
          aria-label={`${t('create.chooseFiles')}: ${label}`}
          onClick={() => input.current?.click()}
        >
          {t('create.chooseFiles')}
        </Button>
        <span className="text-xs text-ink-3 pointer-coarse:hidden">{t('create.orDrop')}</span>
      </div>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={label}
        onChange={(event) => {
          add(event.target.files ?? []);
          event.target.value = '';
        }}
      />
      {problem !== undefined && (
        <p role="alert" className="mt-1 text-xs text-danger">
          {problem}
        </p>
      )}
    </div>
  );
}
