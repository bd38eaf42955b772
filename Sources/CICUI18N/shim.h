/* Only the link line: ICU's headers stay behind CCollation, whose header shows none of its types. */
