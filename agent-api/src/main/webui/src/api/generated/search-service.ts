// Generated from docs/openapi/search-service.json by `npm run generate`.

export interface paths {
    "/api/documents/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Some lines of a document */
        get: operations["readDocument"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Documents that match a query, best first */
        post: operations["search"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The sources one may read; for admins all of them */
        get: operations["listSources"];
        put?: never;
        /** Connects a source (admins) */
        post: operations["createSource"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One source */
        get: operations["getSource"];
        put?: never;
        post?: never;
        /** Disconnects a source and forgets its documents (admins) */
        delete: operations["deleteSource"];
        options?: never;
        head?: never;
        /** Changes name, folder or access (admins) */
        patch: operations["changeSource"];
        trace?: never;
    };
    "/api/sources/{id}/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How a source stands (admins) */
        get: operations["getSourceStatus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources/{id}/sync": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reads the whole source again, every file of it (admins) */
        post: operations["syncSource"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description Either `everyone: true`, or `members` and `groups`; an empty list names nobody. */
        Access: {
            /** @description True, or absent. */
            everyone?: boolean;
            /** @description Ids of members. */
            members?: string[] | null;
            /** @description Ids of groups. */
            groups?: string[] | null;
        };
        Document: {
            id: components["schemas"]["UUID"];
            title: string;
            sourceId: components["schemas"]["UUID"];
            /** @description The lines asked for, at most 64 KiB. */
            text: string;
            /**
             * Format: int32
             * @description Number of the first line of `text`, from 1.
             */
            from: number;
            /**
             * Format: int32
             * @description How many lines `text` holds; the next ones start at `from` + `lines`.
             */
            lines: number;
            /** Format: int32 */
            totalLines: number;
            /** @description Whether 64 KiB ended the text before the lines asked for did. */
            truncated: boolean;
            metadata: components["schemas"]["DocumentMetadata"];
        };
        DocumentMetadata: {
            /** @description Where it lies inside its source. */
            path: string;
            /**
             * Format: int64
             * @description Bytes.
             */
            size: number;
            /**
             * @description As the search operator `type:` takes it.
             * @example md
             */
            type: string;
            updatedAt: components["schemas"]["Instant"];
            /** @description SHA-256 of the file, in hexadecimal. */
            hash: string;
        };
        FolderConfig: {
            /**
             * @description An absolute path on the server, under one of the folders that the setting NIGHTSHIFT_SOURCE_ROOTS allows.
             * @example /srv/handbook
             */
            path: string;
        };
        /**
         * Format: date-time
         * @example 2022-03-10T16:15:50Z
         */
        Instant: string;
        Mark: {
            /**
             * Format: int32
             * @description First UTF-16 unit of the hit.
             */
            from: number;
            /**
             * Format: int32
             * @description First UTF-16 unit after it.
             */
            to: number;
        };
        NewSource: {
            /** @example Handbook */
            name: string;
            /** @enum {string} */
            kind: "folder";
            config: components["schemas"]["FolderConfig"];
            access: components["schemas"]["Access"];
        };
        PageSourceView: {
            items: components["schemas"]["Source"][];
            nextCursor: string | null;
        };
        SearchCall: {
            /**
             * @description Words, `"phrases"`, `-without`, `in:source` (name or id), `type:md`, `before:2026-01-01` and `after:2026-01-01`. Without words: the newest documents first.
             * @example "daily digest" in:docs type:md -draft
             */
            query: string;
            /** @description Only these sources; an empty list finds nothing. */
            sourceIds?: string[] | null;
            /**
             * Format: int32
             * @description Items a page.
             * @default 50
             */
            limit?: number;
            /** @description `nextCursor` of the page before, sent with the same query and sourceIds. */
            cursor?: string | null;
        };
        SearchResult: {
            documentId: components["schemas"]["UUID"];
            sourceId: components["schemas"]["UUID"];
            title: string;
            /** @description Plain text around the hits, on one line. */
            snippet: string;
            /** @description The hit words of `snippet`. */
            marks: components["schemas"]["Mark"][];
            /** Format: float */
            score: number;
            /**
             * Format: uri
             * @description Where the document can be seen outside; folders have no such place.
             */
            url?: string;
            updatedAt: components["schemas"]["Instant"];
        };
        SearchResults: {
            items: components["schemas"]["SearchResult"][];
            /**
             * Format: int64
             * @description How many documents match, on all pages.
             */
            total: number;
            nextCursor: string | null;
        };
        Source: {
            id: components["schemas"]["UUID"];
            name: string;
            /** @enum {string} */
            kind: "folder";
            /** @description For admins. */
            config?: components["schemas"]["FolderConfig"];
            /** @description For admins. */
            access?: components["schemas"]["Access"];
            /** @description For admins. */
            createdAt?: components["schemas"]["Instant"];
            /** @description For admins. */
            updatedAt?: components["schemas"]["Instant"];
        };
        SourcePatch: {
            name?: string;
            config?: components["schemas"]["FolderConfig"];
            access?: components["schemas"]["Access"];
        };
        /** @enum {string} */
        SourceState: "pending" | "syncing" | "ready" | "failed";
        SourceStatus: {
            sourceId: components["schemas"]["UUID"];
            state: components["schemas"]["SourceState"];
            /**
             * Format: int64
             * @description How many documents it has now.
             */
            documents: number;
            /**
             * Format: int64
             * @description Files of a known type that are too large or cannot be read, and folders likewise.
             */
            skipped: number;
            /** @description When the source was last found to be in step. */
            lastSyncAt?: components["schemas"]["Instant"];
            /** @description Why the last sync failed; only in state `failed`. */
            error?: string;
        };
        /** Format: uuid */
        UUID: string;
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    readDocument: {
        parameters: {
            query?: {
                /** @description The first line wanted, from 1. */
                from?: number;
                /** @description How many lines at most. */
                lines?: number;
            };
            header?: never;
            path: {
                id: components["schemas"]["UUID"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Document"];
                };
            };
            /** @description Not Authorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not Allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    search: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SearchCall"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SearchResults"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not Authorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not Allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    listSources: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageSourceView"];
                };
            };
            /** @description Not Authorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not Allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    createSource: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewSource"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Source"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not Authorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not Allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getSource: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["UUID"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Source"];
                };
            };
            /** @description Not Authorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not Allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    deleteSource: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["UUID"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not Authorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not Allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    changeSource: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["UUID"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SourcePatch"];
                "application/merge-patch+json": components["schemas"]["SourcePatch"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Source"];
                };
            };
            /** @description Not Authorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not Allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getSourceStatus: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["UUID"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourceStatus"];
                };
            };
            /** @description Not Authorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not Allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    syncSource: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["UUID"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourceStatus"];
                };
            };
            /** @description Not Authorized */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not Allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
}
