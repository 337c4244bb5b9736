import { MemberList } from '@/features/members/MemberList';
import { useProgram } from './useProgram';

export function MembersPage() {
  const { data: program } = useProgram();
  return program && <div className="h-full overflow-y-auto">{<MemberList program={program} />}</div>;
}
