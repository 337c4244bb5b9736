import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { programQuery } from '@/api/queries';

const route = getRouteApi('/inside/programs/$programId');

/** The program of the page. The pages below are shown only when it is loaded. */
export function useProgram() {
  const { programId } = route.useParams();
  return useQuery(programQuery(programId));
}
