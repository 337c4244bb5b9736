import { Clock } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { RequestStatus } from '@/api/types';
import { today } from '@/domain/format';
import { Badge } from '@/ui/Badge';

const SOON = 7;
const DAY = 86_400_000;

/** How many days are left, negative when it is over; a date has no zone. */
export const daysUntil = (date: string, from = today()): number =>
  Math.round((Date.parse(date) - Date.parse(from)) / DAY);

/** How near the due date is, when that matters: not far ahead, and not when the work is done. */
export function DueBadge({ date, status }: { date: string; status: RequestStatus }) {
  const { t } = useTranslation();
  const days = daysUntil(date);
  if (status === 'completed' || days > SOON) return null;
  const text =
    days < 0
      ? t('request.overdueDays', { count: -days })
      : days === 0
        ? t('request.dueToday')
        : t('request.dueIn', { count: days });
  return (
    <Badge tone={days < 0 ? 'red' : days <= 1 ? 'amber' : 'grey'} icon={<Clock size={12} aria-hidden />}>
      {text}
    </Badge>
  );
}
