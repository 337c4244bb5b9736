import { Download, FileLock, FileWarning, Weight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/domain/useFormat';
import { Button } from '@/ui/Button';
import { EmptyState } from '@/ui/states';
import { LARGEST_PDF } from './showable';
import type { PdfState } from './usePdf';

interface Props {
  why: Extract<PdfState, { is: 'refused' }>['why'] | 'tooLarge';
  name: string;
  onDownload: () => void;
}

const ICONS = { broken: FileWarning, locked: FileLock, unreadable: FileWarning, tooLarge: Weight };

/** Why a document is not shown here. It can be had all the same. */
export function PdfNotice({ why, name, onDownload }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const Icon = ICONS[why];
  return (
    <div role="alert">
      <EmptyState
        icon={<Icon size={28} strokeWidth={1.5} aria-hidden />}
        title={t(`pdf.${why}`)}
        text={t(`pdf.${why}Text`, { limit: format.size(LARGEST_PDF) })}
      >
        <Button icon={<Download size={14} aria-hidden />} onClick={onDownload}>
          {t('attachments.download', { name })}
        </Button>
      </EmptyState>
    </div>
  );
}
