import { cx } from '@/ui/cx';
import { Keys } from '@/ui/Keys';
import type { Command } from './command';

interface Props {
  id: string;
  command: Command;
  active: boolean;
  onPoint: () => void;
  onRun: () => void;
}

export const CommandItem = ({ id, command, active, onPoint, onRun }: Props) => (
  <div
    id={id}
    role="option"
    aria-selected={active}
    data-active={active || undefined}
    onPointerMove={onPoint}
    onClick={onRun}
    className={cx('flex min-h-9 items-center gap-2 rounded px-2 pointer-coarse:min-h-11', active && 'bg-hover')}
  >
    {command.icon !== undefined && <span className="shrink-0 text-ink-3">{command.icon}</span>}
    {command.hint !== undefined && (
      <span className="min-w-11 shrink-0 font-mono text-2xs text-ink-3">{command.hint}</span>
    )}
    <span className="min-w-0 flex-1 truncate">{command.label}</span>
    {command.keys !== undefined && <Keys keys={command.keys} />}
  </div>
);
