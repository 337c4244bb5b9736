import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { adminKeys, endUserSession, endUserSessions, userSessionsQuery } from '@/api/admin';
import type { User } from '@/api/types';
import { LoadError } from '@/domain/LoadError';
import { SessionList } from '@/domain/SessionList';
import { useProblemText } from '@/domain/useProblemText';
import { Button } from '@/ui/Button';
import { Confirm } from '@/ui/Dialog';
import { Section } from '@/ui/Section';
import { Alert, SkeletonRows } from '@/ui/states';

export function LogInsSection({ user }: { user: User }) {
  const { t } = useTranslation();
  const textOf = useProblemText();
  const cache = useQueryClient();
  const [asking, setAsking] = useState(false);
  const sessions = useQuery(userSessionsQuery(user.id));
  const onSettled = () => cache.invalidateQueries({ queryKey: adminKeys.sessions(user.id) });
  const end = useMutation({ mutationFn: (sessionId: string) => endUserSession(user.id, sessionId), onSettled });
  const endAll = useMutation({ mutationFn: () => endUserSessions(user.id), onSettled });
  const problem = end.error ?? endAll.error;
  const open = sessions.data ?? [];

  return (
    <Section title={t('people.logIns')} text={t('people.logInsText', { name: user.name })}>
      {sessions.isPending && <SkeletonRows label={t('common.loading')} rows={2} />}
      {sessions.isError && <LoadError error={sessions.error} onRetry={() => void sessions.refetch()} />}
      {sessions.data?.length === 0 && <p className="text-ink-3">{t('people.noLogIns', { name: user.name })}</p>}
      {open.length > 0 && (
        <>
          <SessionList
            label={t('people.logIns')}
            sessions={open}
            ending={end.isPending ? end.variables : undefined}
            onEnd={(session) => end.mutate(session.id)}
          />
          <div>
            <Button busy={endAll.isPending} onClick={() => setAsking(true)}>
              {t('people.endAll')}
            </Button>
          </div>
        </>
      )}
      {problem !== null && <Alert>{textOf(problem)}</Alert>}
      <Confirm
        open={asking}
        onClose={() => setAsking(false)}
        title={t('people.endAllTitle', { name: user.name })}
        text={t('people.endAllText', { name: user.name })}
        action={t('people.endAll')}
        cancel={t('common.cancel')}
        onConfirm={() => endAll.mutate()}
      />
    </Section>
  );
}
