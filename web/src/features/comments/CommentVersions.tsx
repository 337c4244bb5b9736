import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { RequestRef } from '@/api/calls';
import { versionsQuery } from '@/api/request';
import type { Comment } from '@/api/types';
import { LoadError } from '@/domain/LoadError';
import { When } from '@/domain/When';
import { Dialog, DialogBody } from '@/ui/Dialog';
import { Prose } from '@/ui/Prose';
import { Skeleton } from '@/ui/states';

interface Props {
  comment: Comment;
  requestRef: RequestRef;
  onClose: () => void;
}

/** What a comment said before it was edited. */
export function CommentVersions({ comment, requestRef, onClose }: Props) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(versionsQuery(requestRef, comment.id));
  return (
    <Dialog open onClose={onClose} title={t('comments.versions')} closeLabel={t('common.close')}>
      <DialogBody className="pb-5">
        {error !== null && <LoadError error={error} onRetry={() => void refetch()} />}
        {data === undefined && error === null && <Skeleton className="h-16 w-full" />}
        <ol className="flex flex-col gap-4">
          {data?.map((version) => (
            <li key={version.version} className="border-t border-line pt-3 first:border-0 first:pt-0">
              <p className="pb-1 text-xs text-ink-3">
                <When at={version.writtenAt} />
              </p>
              <Prose html={version.html} />
            </li>
          ))}
        </ol>
      </DialogBody>
    </Dialog>
  );
}
