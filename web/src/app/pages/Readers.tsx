import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { membersQuery } from '@/api/queries';
import type { Program, RequestDetail } from '@/api/types';
import { useFormat } from '@/domain/useFormat';

/** Says to staff which clients will read a comment, and to clients that the team does. */
export function Readers({ request, program }: { request: RequestDetail; program: Program }) {
  const { t } = useTranslation();
  const { names } = useFormat();
  const staff = program.myRole !== 'client';
  const { data: members = [] } = useQuery({ ...membersQuery(program.id), enabled: staff });
  if (!staff) return t('comments.publicToTeam');
  const creator = members.find(({ user }) => user.id === request.creator.id);
  const clients = request.participants.map(({ name }) => name);
  if (creator?.role === 'client') clients.unshift(creator.user.name);
  return clients.length === 0 ? t('comments.publicText') : t('comments.publicToClients', { names: names(clients) });
}
