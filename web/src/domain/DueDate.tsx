import { CalendarClock } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Request } from '@/api/types';
import { cx } from '@/ui/cx';
import { Tooltip } from '@/ui/Tooltip';
import { dueState } from './due';
import { today } from './format';
import { useFormat } from './useFormat';

/** What presses is said by an icon, a colour and words; a finished request presses nobody. */
export function DueDate({ request }: { request: Pick<Request, 'dueDate' | 'status'> }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (request.dueDate === null) return null;
  const date = format.date(request.dueDate);
  const state = dueState(request.dueDate, today());
  if (request.status === 'completed' || state === 'later') return <span>{date}</span>;
  const words = state === 'overdue' ? t('requests.overdue', { date }) : t(`due.${state}`, { date });
  return (
    <Tooltip text={words}>
      <span
        className={cx(
          'inline-flex items-center gap-1 whitespace-nowrap',
          state === 'overdue' ? 'text-red' : 'text-amber',
          state === 'today' && 'font-medium',
        )}
      >
        <CalendarClock size={14} aria-hidden className="shrink-0" />
        <span aria-hidden>{state === 'today' ? t('due.todayShort') : date}</span>
        <span className="sr-only">{words}</span>
      </span>
    </Tooltip>
  );
}
