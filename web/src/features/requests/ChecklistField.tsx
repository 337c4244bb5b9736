import { Check, Square } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { FieldDefinition, RequestDetail } from '@/api/types';
import { Checkbox } from '@/ui/Field';
import { Progress } from '@/ui/states';
import { useSetField } from './useSetField';

/** A checklist, ticked in place while the work is done, also when nothing else can be changed any more. */
export function ChecklistField({ field, request }: { field: FieldDefinition; request: RequestDetail }) {
  const { t } = useTranslation();
  const { members, error, set } = useSetField(request, field.key);
  const total = field.items.length;
  const checked = field.items.filter(({ key }) => members.includes(key)).length;
  const progress = t('request.checked', { checked, total });
  return (
    <div className="py-1">
      <div className="flex items-center gap-2 pb-1.5">
        <div className="w-28">
          <Progress value={total === 0 ? 0 : checked / total} label={`${field.label}: ${progress}`} />
        </div>
        <span aria-hidden className="text-xs text-ink-3 tabular-nums">
          {progress}
        </span>
      </div>
      <ul aria-label={field.label} className="flex flex-col">
        {field.items.map((item) => {
          const on = members.includes(item.key);
          return (
            <li key={item.key} className="py-1">
              {request.can.checkItems ? (
                <Checkbox
                  label={<span className={on ? 'text-ink-3' : ''}>{item.label}</span>}
                  checked={on}
                  onChange={(event) => set(item.key, event.target.checked)}
                />
              ) : (
                <span className="flex items-start gap-2">
                  {on ? (
                    <Check
                      size={16}
                      role="img"
                      aria-label={t('request.done')}
                      className="mt-0.5 shrink-0 text-accent"
                    />
                  ) : (
                    <Square
                      size={16}
                      role="img"
                      aria-label={t('request.open')}
                      className="mt-0.5 shrink-0 text-ink-3"
                    />
                  )}
                  {item.label}
                </span>
              )}
            </li>
          );
        })}
      </ul>
      {error !== undefined && (
        <p role="alert" className="text-xs text-danger">
          {error}
        </p>
      )}
    </div>
  );
}
