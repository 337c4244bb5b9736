import { useNavigate } from '@tanstack/react-router';
import { ChevronDown, ChevronUp } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '@/ui/Button';
import { useShortcut } from '@/ui/useShortcut';
import type { Neighbours } from './useNeighbours';

interface Props {
  programId: string;
  neighbours: Neighbours;
}

function useOpen(programId: string): (requestId: string | undefined) => void {
  const navigate = useNavigate();
  return (requestId) => {
    if (requestId !== undefined)
      void navigate({ to: '/programs/$programId/requests/$requestId', params: { programId, requestId } });
  };
}

/** The same by keys, also while a request is still on its way. */
export function useNeighbourKeys(programId: string, neighbours: Neighbours | null): void {
  const open = useOpen(programId);
  useShortcut('j', () => open(neighbours?.next), neighbours !== null);
  useShortcut('k', () => open(neighbours?.previous), neighbours !== null);
}

/** On through the list from which one came. */
export function NeighbourLinks({ programId, neighbours }: Props) {
  const { t } = useTranslation();
  const open = useOpen(programId);
  const { at, total, previous, next } = neighbours;
  return (
    <span className="flex shrink-0 items-center text-xs text-ink-3 tabular-nums">
      <span className="pr-1 max-sm:sr-only">{t('request.place', { at, of: total })}</span>
      <IconButton
        label={t('request.previous')}
        shortcut="K"
        aria-disabled={previous === undefined || undefined}
        className="size-7! aria-disabled:opacity-40"
        onClick={() => open(previous)}
      >
        <ChevronUp size={16} />
      </IconButton>
      <IconButton
        label={t('request.next')}
        shortcut="J"
        aria-disabled={next === undefined || undefined}
        className="size-7! aria-disabled:opacity-40"
        onClick={() => open(next)}
      >
        <ChevronDown size={16} />
      </IconButton>
    </span>
  );
}
