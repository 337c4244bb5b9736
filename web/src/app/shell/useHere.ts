import { useQuery } from '@tanstack/react-query';
import { useMatches, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { programQuery, requestQuery } from '@/api/queries';

/** The page that is shown, in words: for the tab of the browser, the header and screen readers. Undefined while loading. */
export function usePageTitle(): string | undefined {
  const { t } = useTranslation();
  const page = useMatches({
    select: (matches) => (matches.some(({ status }) => status === 'notFound') ? 'not-found' : matches.at(-1)?.routeId),
  });
  const { programId, requestId } = useParams({ strict: false });
  const program = useQuery({ ...programQuery(programId ?? ''), enabled: programId !== undefined });
  const ref = { programId: programId ?? '', requestId: requestId ?? '' };
  const request = useQuery({ ...requestQuery(ref), enabled: requestId !== undefined });
  const inProgram = (part: string) => program.data && `${part} · ${program.data.name}`;
  switch (page) {
    case 'not-found':
      return t('error.notFoundTitle');
    case '/inside/':
      return t('shell.home');
    case '/inside/profile':
      return t('account.profile');
    case '/inside/programs':
      return t('programs.title');
    case '/inside/programs/$programId/requests/$requestId':
      return request.data && `${request.data.key} ${request.data.title}`;
    case '/inside/programs/$programId/':
      return program.data?.name;
    case '/inside/programs/$programId/activity':
      return inProgram(t('programs.tabs.activity'));
    case '/inside/programs/$programId/members':
      return inProgram(t('programs.tabs.members'));
    case '/inside/programs/$programId/settings':
      return inProgram(t('programs.tabs.settings'));
    case '/inside/admin/':
    case '/inside/admin/people/$userId':
      return t('people.title');
    case '/inside/admin/audit':
      return t('admin.audit');
    case '/inside/admin/settings':
      return t('admin.settings');
    default:
      return undefined;
  }
}
