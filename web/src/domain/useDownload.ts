import { useMutation } from '@tanstack/react-query';
import { attachmentContent, type RequestRef } from '@/api/calls';
import type { Attachment } from '@/api/types';
import { saveFile } from '@/ui/saveFile';

export const useDownload = (ref: RequestRef) =>
  useMutation({
    mutationFn: ({ id }: Attachment) => attachmentContent(ref, id),
    onSuccess: (content, { name }) => saveFile(content, name),
  });
