import {
  ArrowDown,
  ArrowUp,
  CheckCheck,
  CircleCheck,
  CircleDashed,
  CircleX,
  Eye,
  Minus,
  Send,
  Siren,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Priority, RequestStatus } from '@/api/types';
import { Badge, type Tone } from '@/ui/Badge';
import { cx } from '@/ui/cx';

const STATUS: Record<RequestStatus, { tone: Tone; Icon: typeof Send }> = {
  draft: { tone: 'grey', Icon: CircleDashed },
  submitted: { tone: 'blue', Icon: Send },
  in_review: { tone: 'amber', Icon: Eye },
  approved: { tone: 'green', Icon: CircleCheck },
  rejected: { tone: 'red', Icon: CircleX },
  completed: { tone: 'teal', Icon: CheckCheck },
};

export function StatusBadge({ status }: { status: RequestStatus }) {
  const { t } = useTranslation();
  const { tone, Icon } = STATUS[status];
  return (
    <Badge tone={tone} icon={<Icon size={12} strokeWidth={2.4} aria-hidden />}>
      {t(`status.${status}`)}
    </Badge>
  );
}

const PRIORITY: Record<Priority, { look: string; Icon: typeof Send }> = {
  low: { look: 'text-ink-3', Icon: ArrowDown },
  medium: { look: 'text-ink-2', Icon: Minus },
  high: { look: 'text-amber', Icon: ArrowUp },
  urgent: { look: 'text-red font-medium', Icon: Siren },
};

export function PriorityMark({ priority }: { priority: Priority }) {
  const { t } = useTranslation();
  const { look, Icon } = PRIORITY[priority];
  return (
    <span className={cx('inline-flex items-center gap-1.5 whitespace-nowrap', look)}>
      <Icon size={14} aria-hidden />
      {t(`priority.${priority}`)}
    </span>
  );
}
