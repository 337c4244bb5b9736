import { CalendarClock } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Request } from '@/api/types';
import { Tooltip } from '@/ui/Tooltip';
import { today } from './format';
import { useFormat } from './useFormat';

/** Overdue is said by an icon, a colour and words; a finished request is never overdue. */
export function DueDate({ request }: { request: Pick<Request, 'dueDate' | 'status'> }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (request.dueDate === null) return null;
  const date = format.date(request.dueDate);
  if (request.status === 'completed' || request.dueDate >= today()) return <span>{date}</span>;
  return (
    <Tooltip text={t('requests.overdue', { date })}>
      <span className="inline-flex items-center gap-1 text-red">
        <CalendarClock size={14} aria-hidden />
        <span aria-hidden>{date}</span>
        <span className="sr-only">{t('requests.overdue', { date })}</span>
      </span>
    </Tooltip>
  );
}
