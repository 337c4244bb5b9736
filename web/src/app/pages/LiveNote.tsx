import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Program } from '@/api/types';
import { useFormat } from '@/domain/useFormat';
import { useLive } from '@/live/react';
import type { Pulse } from '@/live/programs';

const SHOWN_MS = 4000;
const OWN = ['title', 'description', 'priority', 'dueDate', 'status', 'assignee', 'participants'] as const;
const isOwn = (field: string): field is (typeof OWN)[number] => (OWN as readonly string[]).includes(field);

/** Says who has just changed what, for eyes and for screen readers. */
export function LiveNote({ requestId, program }: { requestId: string; program: Program }) {
  const { t } = useTranslation();
  const { names } = useFormat();
  const { pulses } = useLive();
  const [pulse, setPulse] = useState<Pulse | null>(null);
  useEffect(() => pulses.subscribe((next) => next.requestId === requestId && setPulse(next)), [pulses, requestId]);
  useEffect(() => {
    if (pulse === null) return;
    const timer = setTimeout(() => setPulse(null), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [pulse]);

  const labelOf = (field: string) =>
    isOwn(field)
      ? t(`request.changes.${field}`)
      : (program.fields.find(({ key }) => `fields.${key}` === field)?.label ?? '');
  const what = pulse?.fields.map(labelOf).filter((label) => label !== '') ?? [];
  return (
    <span role="status" className="min-w-0 truncate text-xs text-ink-3">
      {pulse !== null &&
        (what.length === 0
          ? t('list.changedBy', { name: pulse.by.name })
          : t('request.changedBy', { name: pulse.by.name, what: names(what) }))}
    </span>
  );
}
