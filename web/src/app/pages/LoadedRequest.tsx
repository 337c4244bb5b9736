import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { restoreRequest } from '@/api/request';
import type { Program, RequestDetail } from '@/api/types';
import { useProblemText } from '@/domain/useProblemText';
import { useUploads } from '@/domain/useUploads';
import { Attachments } from '@/features/attachments/Attachments';
import { LifeCycle } from '@/features/requests/LifeCycle';
import { RequestDescription } from '@/features/requests/RequestDescription';
import { RequestFields } from '@/features/requests/RequestFields';
import { RequestProperties } from '@/features/requests/RequestProperties';
import { offeredSteps } from '@/features/requests/steps';
import { useToast } from '@/ui/Toast';
import { useMediaQuery } from '@/ui/useMediaQuery';
import { DropZone } from './DropZone';
import { RequestHead } from './RequestHead';
import { Stream } from './Stream';
import type { Neighbours } from './useNeighbours';

interface Props {
  request: RequestDetail;
  program: Program;
  neighbours: Neighbours | null;
}

/** Left the matter, right its state; on a phone the state follows the title and the next step lies under the thumb. */
export function LoadedRequest({ request, program, neighbours }: Props) {
  const { t } = useTranslation();
  const wide = useMediaQuery('(width >= 64rem)');
  const scroller = useRef<HTMLDivElement>(null);
  const ref = { programId: program.id, requestId: request.id };
  const uploads = useUploads(ref);
  const [internal, setInternal] = useState(false);
  const addFiles = (files: File[], staffOnly: boolean) => void uploads.add(files, staffOnly);
  const onDeleted = useDraftDeleted(request, program);
  const staff = program.myRole !== 'client';
  const hasSteps = request.can.delete || offeredSteps(request, program).length > 0;
  const lifeCycle = { request, program, onDeleted };

  return (
    <DropZone
      enabled={request.can.attach}
      staff={request.can.commentInternally}
      pasteInternal={internal}
      onFiles={addFiles}
      className="flex h-full flex-col lg:flex-row"
    >
      <div ref={scroller} className="min-h-0 min-w-0 flex-1 overflow-y-auto">
        <div className="mx-auto flex w-full max-w-3xl flex-col gap-6 px-4 pt-5 pb-10 sm:px-8">
          <RequestHead request={request} program={program} neighbours={neighbours} />
          {request.status === 'rejected' && request.rejectionReason !== null && (
            <section className="rounded-md border-l-4 border-red bg-red-soft px-3 py-2">
              <h2 className="text-xs font-medium text-red">{t('requests.rejectedBecause')}</h2>
              <p className="whitespace-pre-wrap">{request.rejectionReason}</p>
              {request.can.submit && <p className="pt-1 text-ink-2">{t('request.resubmitHint')}</p>}
            </section>
          )}
          {!wide && (
            <section aria-label={t('requests.state')} className="border-y border-line py-3">
              <RequestProperties request={request} staff={staff} folded />
            </section>
          )}
          <RequestDescription request={request} />
          <RequestFields request={request} program={program} />
          <Attachments
            request={request}
            mayDeleteAll={program.myRole === 'manager'}
            uploads={uploads}
            internal={internal}
            onInternal={setInternal}
          />
          <Stream request={request} program={program} scroller={scroller} onFiles={addFiles} />
        </div>
      </div>
      {wide ? (
        <aside
          aria-label={t('requests.state')}
          className="w-84 shrink-0 overflow-y-auto border-l border-line px-5 py-5"
        >
          <div className="mb-5 border-b border-line pb-5">
            <LifeCycle {...lifeCycle} look="panel" />
          </div>
          <RequestProperties request={request} staff={staff} />
        </aside>
      ) : (
        hasSteps && (
          <div className="shrink-0 border-t border-line bg-surface px-4 pt-2 pb-[max(0.5rem,env(safe-area-inset-bottom))]">
            <LifeCycle {...lifeCycle} look="bar" />
          </div>
        )
      )}
    </DropZone>
  );
}

/** Leaves the page of a draft that was deleted; who can bring it back is offered to. */
function useDraftDeleted(request: RequestDetail, program: Program): () => void {
  const { t } = useTranslation();
  const textOf = useProblemText();
  const toast = useToast();
  const navigate = useNavigate();
  const params = { programId: program.id, requestId: request.id };
  const restore = async () => {
    try {
      await restoreRequest(params);
      await navigate({ to: '/programs/$programId/requests/$requestId', params });
    } catch (error) {
      toast(textOf(error));
    }
  };
  return () => {
    const undo = { label: t('request.undo'), onAction: () => void restore() };
    toast(t('request.draftDeleted', { key: request.key }), program.myRole === 'manager' ? undo : undefined);
    void navigate({ to: '/programs/$programId', params });
  };
}
