/* seal.c - one look at two PEM files, with OpenSSL's own eyes. */
#include "seal.h"

#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

/* A key with a password is none of ours: nobody is asked for it in the middle of opening a room. */
static int no_password(char *buf, int size, int writing, void *context)
{
    (void)writing, (void)context;
    if (size > 0)
        buf[0] = '\0';
    return 0;
}

static BIO *open_file(struct arena *arena, const char *path, file_fault *fault)
{
    td_str bytes;
    *fault = file_read(arena, path, SEAL_BYTES, &bytes);
    return *fault == NULL ? BIO_new_mem_buf(bytes.ptr, (int)bytes.len) : NULL;
}

static X509 *read_certificate(struct arena *arena, const char *path, file_fault *fault)
{
    BIO *file = open_file(arena, path, fault);
    X509 *certificate = file != NULL ? PEM_read_bio_X509(file, NULL, no_password, NULL) : NULL;
    if (file != NULL && certificate == NULL)
        *fault = "error.certificate";
    BIO_free(file);
    return certificate;
}

static EVP_PKEY *read_key(struct arena *arena, const char *path, file_fault *fault)
{
    BIO *file = open_file(arena, path, fault);
    EVP_PKEY *key = file != NULL ? PEM_read_bio_PrivateKey(file, NULL, no_password, NULL) : NULL;
    if (file != NULL && key == NULL)
        *fault = "error.key";
    BIO_free(file);
    return key;
}

static file_fault in_date(const X509 *certificate)
{
    if (X509_cmp_current_time(X509_get0_notBefore(certificate)) > 0)
        return "error.certificate-early";
    return X509_cmp_current_time(X509_get0_notAfter(certificate)) < 0 ? "error.certificate-expired" : NULL;
}

/* A name with a star in it is for many machines and the address of none, and "localhost" is no phone's way here. */
static bool is_whole_name(const ASN1_STRING *name)
{
    static const char here[] = "localhost"; /* not shown */
    const int len = ASN1_STRING_length(name);
    if (len == sizeof here - 1 && memcmp(ASN1_STRING_get0_data(name), here, sizeof here - 1) == 0)
        return false;
    return len > 0 && len <= SEAL_NAME && memchr(ASN1_STRING_get0_data(name), '*', (size_t)len) == NULL &&
           memchr(ASN1_STRING_get0_data(name), '\0', (size_t)len) == NULL;
}

static void find_name(const X509 *certificate, struct seal *ret)
{
    GENERAL_NAMES *names = X509_get_ext_d2i(certificate, NID_subject_alt_name, NULL, NULL);
    for (int i = 0; i < sk_GENERAL_NAME_num(names) && ret->name[0] == '\0'; i++) {
        const GENERAL_NAME *at = sk_GENERAL_NAME_value(names, i);
        if (at->type == GEN_DNS && is_whole_name(at->d.dNSName))
            memcpy(ret->name, ASN1_STRING_get0_data(at->d.dNSName), (size_t)ASN1_STRING_length(at->d.dNSName));
    }
    GENERAL_NAMES_free(names);
}

static file_fault look_at_key(struct arena *arena, X509 *certificate, const char *path, struct seal *ret)
{
    file_fault fault;
    ret->at = path;
    EVP_PKEY *key = read_key(arena, path, &fault);
    if (key != NULL && X509_check_private_key(certificate, key) != 1)
        fault = "error.key-other";
    EVP_PKEY_free(key);
    return fault;
}

file_fault seal_look(struct arena *arena, const char *certificate, const char *key, struct seal *ret)
{
    file_fault fault;
    *ret = (struct seal){.at = certificate};
    X509 *read = read_certificate(arena, certificate, &fault);
    if (read == NULL)
        return fault;
    find_name(read, ret);
    fault = in_date(read);
    if (fault == NULL)
        fault = look_at_key(arena, read, key, ret);
    X509_free(read);
    ERR_clear_error();
    return fault;
}

bool seal_covers(struct arena *arena, const char *certificate, const char *name)
{
    file_fault fault;
    X509 *read = read_certificate(arena, certificate, &fault);
    bool covered =
        read != NULL && (X509_check_ip_asc(read, name, 0) == 1 || X509_check_host(read, name, 0, 0, NULL) == 1);
    X509_free(read);
    ERR_clear_error();
    return covered;
}
