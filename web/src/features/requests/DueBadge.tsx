import { Clock } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { RequestStatus } from '@/api/types';
import { daysUntil, dueState } from '@/domain/due';
import { today } from '@/domain/format';
import { Badge } from '@/ui/Badge';

/** How near the due date is, when that matters: not far ahead, and not when the work is done. */
export function DueBadge({ date, status }: { date: string; status: RequestStatus }) {
  const { t } = useTranslation();
  const state = dueState(date, today());
  if (status === 'completed' || state === 'later') return null;
  const days = daysUntil(date, today());
  const text =
    state === 'overdue'
      ? t('request.overdueDays', { count: -days })
      : state === 'today'
        ? t('request.dueToday')
        : t('request.dueIn', { count: days });
  return (
    <Badge tone={state === 'overdue' ? 'red' : 'amber'} icon={<Clock size={12} aria-hidden />}>
      {text}
    </Badge>
  );
}
