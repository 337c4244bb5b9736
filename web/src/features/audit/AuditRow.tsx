import { Link } from '@tanstack/react-router';
import { ArrowRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { AuditEntry } from '@/api/admin';
import { PersonName } from '@/domain/PersonName';
import { isAuditedEvent, textKey } from './events';
import { useFieldLabel } from './useFieldLabel';
import { useValueText } from './useValueText';

const LINK = 'rounded-sm text-accent underline-offset-2 hover:underline';

const isNothing = (value: unknown) => value === null || value === undefined || value === '';

export function AuditRow({ entry }: { entry: AuditEntry }) {
  const { t, i18n } = useTranslation();
  const valueOf = useValueText();
  const labelOf = useFieldLabel();
  const { actor, program, request, subject, changes } = entry;
  const at = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'medium' });
  return (
    <li className="flex flex-col gap-x-4 gap-y-1 border-b border-line py-2.5 md:flex-row">
      <time dateTime={entry.timestamp} className="shrink-0 text-xs leading-5 text-ink-3 md:w-40">
        {at.format(Date.parse(entry.timestamp))}
      </time>
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
          <PersonName person={actor} />
          <span>{isAuditedEvent(entry.event) ? t(`admin.events.${textKey(entry.event)}`) : entry.event}</span>
          {subject !== null && subject.id !== actor.id && (
            <Link to="/admin/people/$userId" params={{ userId: subject.id }} className={LINK}>
              {subject.name}
            </Link>
          )}
          {program !== null && request !== null && (
            <Link
              to="/programs/$programId/requests/$requestId"
              params={{ programId: program.id, requestId: request.id }}
              className={`${LINK} font-mono text-xs`}
            >
              {request.key ?? t('admin.goneRequest')}
            </Link>
          )}
          <span className="text-xs text-ink-3">{program === null ? t('admin.installation') : program.name}</span>
        </p>
        {changes.length > 0 && (
          <dl className="mt-1 flex flex-col gap-0.5 text-ink-2">
            {changes.map((change) => (
              <div key={change.field} className="flex flex-wrap items-baseline gap-x-2">
                <dt className="text-xs text-ink-3">{labelOf(entry.event, change)}</dt>
                <dd className="flex min-w-0 flex-wrap items-center gap-x-1.5">
                  {!isNothing(change.before) && (
                    <>
                      <span className="text-ink-3">{valueOf(change.field, change.before)}</span>
                      <ArrowRight size={12} role="img" aria-label={t('admin.to')} className="shrink-0 text-ink-3" />
                    </>
                  )}
                  <span>{valueOf(change.field, change.after)}</span>
                </dd>
              </div>
            ))}
          </dl>
        )}
        <details className="mt-1 text-xs text-ink-3">
          <summary className="w-fit rounded-sm">{t('admin.details')}</summary>
          <p className="mt-1">
            {t('admin.number', { seq: entry.seq })} · <span className="font-mono">{entry.event}</span> ·{' '}
            <span className="font-mono">{entry.id}</span>
          </p>
          <pre className="mt-1 max-h-72 overflow-auto rounded-md bg-sunken p-2 font-mono whitespace-pre-wrap">
            {JSON.stringify(entry.data, null, 2)}
          </pre>
        </details>
      </div>
    </li>
  );
}
