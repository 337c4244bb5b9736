import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { endOtherSessions, endSession, ownSessionsQuery, sessionsKey } from '@/api/account';
import { LoadError } from '@/domain/LoadError';
import { SessionList } from '@/domain/SessionList';
import { useProblemText } from '@/domain/useProblemText';
import { Button } from '@/ui/Button';
import { Confirm } from '@/ui/Dialog';
import { Section } from '@/ui/Section';
import { Alert, SkeletonRows } from '@/ui/states';

export function SessionsSection() {
  const { t } = useTranslation();
  const textOf = useProblemText();
  const cache = useQueryClient();
  const sessions = useQuery(ownSessionsQuery());
  const [asking, setAsking] = useState(false);
  const onSettled = () => cache.invalidateQueries({ queryKey: sessionsKey });
  const end = useMutation({ mutationFn: endSession, onSettled });
  const endOthers = useMutation({ mutationFn: endOtherSessions, onSettled });
  const problem = end.error ?? endOthers.error;
  const others = sessions.data?.filter((session) => !session.current).length ?? 0;

  return (
    <Section title={t('account.sessions')} text={t('account.sessionsText')}>
      {sessions.isPending && <SkeletonRows rows={2} label={t('common.loading')} />}
      {sessions.isError && <LoadError error={sessions.error} onRetry={() => void sessions.refetch()} />}
      {sessions.data !== undefined && (
        <SessionList
          label={t('account.sessions')}
          sessions={sessions.data}
          ending={end.isPending ? end.variables : undefined}
          onEnd={(session) => end.mutate(session.id)}
        />
      )}
      {problem !== null && <Alert>{textOf(problem)}</Alert>}
      {sessions.data !== undefined && (
        <div>
          {others === 0 ? (
            <p className="text-ink-3">{t('account.onlyThis')}</p>
          ) : (
            <Button busy={endOthers.isPending} onClick={() => setAsking(true)}>
              {t('account.endOthers')}
            </Button>
          )}
        </div>
      )}
      <Confirm
        open={asking}
        onClose={() => setAsking(false)}
        title={t('account.endOthersTitle')}
        text={t('account.endOthersText', { count: others })}
        action={t('account.endOthers')}
        cancel={t('common.cancel')}
        onConfirm={() => endOthers.mutate()}
      />
    </Section>
  );
}
